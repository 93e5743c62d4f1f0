import { compareTypes } from '../cost/compare-types'
import type { Handlers } from './service'

/** What things cost on AWS. */
export function costArea(): Pick<Handlers, 'cost.compare'> {
  return { 'cost.compare': async (traffic) => compareTypes(traffic) }
}
