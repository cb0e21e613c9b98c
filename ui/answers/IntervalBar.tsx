interface Props {
  /** On an axis from `least` to `most`. */
  readonly low: number;
  readonly high: number;
  readonly middle: number;
  readonly least: number;
  readonly most: number;
  /** What the drawing says, for those who do not see it. */
  readonly text: string;
}

/** An interval as a bar with a dot where the value is. */
export function IntervalBar({ low, high, middle, least, most, text }: Props) {
  const place = (value: number) => (most > least ? (100 * (value - least)) / (most - least) : 0);
  const from = place(low);
  return (
    <span className="interval-bar" data-testid="interval-bar" data-low={low} data-high={high} title={text}>
      <span className="hidden-text">{text}</span>
      <span
        className="interval-reach"
        aria-hidden="true"
        style={{ insetInlineStart: `${from}%`, inlineSize: `${Math.max(0, place(high) - from)}%` }}
      />
      <span className="interval-dot" aria-hidden="true" style={{ insetInlineStart: `${place(middle)}%` }} />
    </span>
  );
}
