import type { Severity } from '../../diagnostic'
import type { Design } from '../design'
import { updateAtPointer } from '../edits/update-at-pointer'
import { orderDesign } from '../order-design.fixture'
import { checkDesign } from './check-design'
import type { CheckCode } from './codes'

/** A change of the valid design (JSON pointer, value), and the one problem it makes. */
export interface BrokenDesign {
  readonly name: string
  readonly set: { readonly [pointer: string]: unknown }
  readonly code: CheckCode
  readonly pointer: string
  readonly message: string
  /** error when absent. */
  readonly severity?: Severity
}

/** Test data: the valid design with values at JSON pointers changed, in order. */
export function changedDesign(set: BrokenDesign['set']): Design {
  return Object.entries(set).reduce(
    (design, [pointer, value]) => updateAtPointer(design, pointer, value),
    orderDesign(),
  )
}

/** What the checks say about a broken design, in the form in which the case states it. */
export function foundIn({ set }: BrokenDesign): object[] {
  return checkDesign(changedDesign(set))
}

/** What they should say. */
export function expectedOf({ code, severity = 'error', pointer, message }: BrokenDesign): object[] {
  return [{ code, severity, message, pointer }]
}
