/** The answer to a query, as GetQueryResults would give it: everything is text. */
export interface InsightsResult {
  readonly columns: readonly InsightsColumn[]
  /** A text for each column; null where the row has no such field. */
  readonly rows: readonly (readonly (string | null)[])[]
  /** Of each row the number of its record, from 0 in the order in which they were given; null when rows are groups of records. */
  readonly pointers: readonly number[] | null
  readonly recordsScanned: number
  /** Records that all filters before the first stats, limit or dedup let through. */
  readonly recordsMatched: number
  /** What a reader should know, such as that more rows were found than a result shows. */
  readonly notes: readonly string[]
}

export interface InsightsColumn {
  readonly name: string
  /** What every value of the column is that is there: an instant, a number, or any text. */
  readonly kind: 'time' | 'number' | 'text'
}
