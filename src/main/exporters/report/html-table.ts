import { safeHtml, NOTHING, type Markup } from './markup'

export interface HtmlTable {
  readonly caption: string
  readonly columns: readonly TableColumn[]
  /** Cells in the order of the columns; the first names the row. */
  readonly rows: readonly (readonly TableCell[])[]
  readonly total?: readonly TableCell[]
}

export interface TableColumn {
  readonly label: string
  readonly kind?: 'number' | 'meter' | 'text'
}

export type TableCell = string | Markup

/** A table with a caption and row headers; nothing at all without rows. */
export function htmlTable({ caption, columns, rows, total }: HtmlTable): Markup {
  if (rows.length === 0) return NOTHING
  const heads = columns.map(({ label, kind }) => safeHtml`<th scope="col" class="${classOf(kind)}">${label}</th>`)
  const foot =
    total === undefined
      ? NOTHING
      : safeHtml`<tfoot>
          ${rowOf(total, columns)}
        </tfoot>`
  return safeHtml`<div class="table">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => rowOf(row, columns))}
      </tbody>
      ${foot}
    </table>
  </div>`
}

function rowOf(cells: readonly TableCell[], columns: readonly TableColumn[]): Markup {
  const [name = '', ...others] = cells
  const rest = others.map((cell, index) => safeHtml`<td class="${classOf(columns[index + 1]?.kind)}">${cell}</td>`)
  return safeHtml`<tr>
    <th scope="row">${name}</th>
    ${rest}
  </tr> `
}

function classOf(kind: TableColumn['kind'] = 'text'): string {
  return kind
}
