import type { MappingTemplate } from '@shared/design/mapping-template'
import type { CaseResults } from '../../stores/template-store'

export interface CaseTally {
  readonly total: number
  /** How many were played. */
  readonly known: number
  readonly passed: number
  readonly failed: number
}

/** How the cases of a template stand; results of cases that are gone do not count. */
export function caseTally({ cases }: MappingTemplate, results: CaseResults | undefined): CaseTally {
  const played = cases.flatMap(({ name }) => {
    const result = results && Object.hasOwn(results, name) ? results[name] : undefined
    return result === undefined ? [] : [result.result]
  })
  const passed = played.filter((result) => result === 'pass').length
  return { total: cases.length, known: played.length, passed, failed: played.length - passed }
}

/** "3/4", "4 cases" before they were played, "no case". */
export function tallyWords({ total, known, passed }: CaseTally): string {
  if (total === 0) return 'no case'
  return known === 0 ? `${total} ${total === 1 ? 'case' : 'cases'}` : `${passed}/${total}`
}
