/** Upper ends, in hours, of the classes in which first hits are tinted; the last class has none. */
export const hitClasses = [1, 6, 24, 72] as const;

/** Token of the tint for a first hit at this hour: the earlier, the stronger. */
export function hitToken(hours: number): string {
  const index = hitClasses.findIndex((end) => hours <= end);
  return `hit-${index === -1 ? hitClasses.length + 1 : index + 1}`;
}
