export interface ChartSelectProps<Value extends string> {
  /** The accessible name. */
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  onChange(value: Value): void
}

/** A small choice in the head of a chart. */
export function ChartSelect<Value extends string>({ label, value, options, onChange }: ChartSelectProps<Value>) {
  return (
    <select
      className="gw-sim-chart-select"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value)
        if (chosen) onChange(chosen.value)
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
