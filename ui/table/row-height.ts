/** Height of a table row in screen pixels, from the token, since the window of drawn rows is worked out from it. */
export function rowHeight(): number {
  const style = getComputedStyle(document.documentElement);
  return Number.parseFloat(style.getPropertyValue("--row")) * Number.parseFloat(style.fontSize);
}
