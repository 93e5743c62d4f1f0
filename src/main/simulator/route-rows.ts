import { OUTCOME_STRIDE } from '../engine/outcome'
import type { CompiledRoute } from '../engine/runtime'

/** A row of the tables: a route, with its indexes in the runtime. There are two where a stage and its canary both have it. */
export interface RouteRow {
  readonly routeKey: string
  readonly routes: readonly number[]
}

/** The rows of the tables, in the order of the runtime's routes. */
export function routeRows(routes: readonly CompiledRoute[]): RouteRow[] {
  const rows = new Map<string, number[]>()
  routes.forEach(({ routeKey }, at) => {
    const known = rows.get(routeKey)
    if (known === undefined) rows.set(routeKey, [at])
    else known.push(at)
  })
  return Array.from(rows, ([routeKey, indexes]) => ({ routeKey, routes: indexes }))
}

/** The outcomes of these rows of a table of counts, added up. */
export function countsOf(table: Uint32Array, rows: readonly number[]): Float64Array {
  return Float64Array.from({ length: OUTCOME_STRIDE }, (_, outcome) =>
    rows.reduce((sum, row) => sum + table[row * OUTCOME_STRIDE + outcome]!, 0),
  )
}
