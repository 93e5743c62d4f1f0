import { skipped } from '../../conformance-suite'
import { compareMembers, played, type CaseKind } from './case-kind'
import { refusedCall } from './refused-call'

/** Management calls that the service refuses: the call is told in a few words. */
export const CONTROL_ERROR_KIND: CaseKind = {
  name: 'control-error',
  play: (entry) =>
    played(entry.id, () => {
      const call = typeof entry['call'] === 'string' ? entry['call'] : ''
      const result = refusedCall(call)
      if (result === null) return skipped(entry.id, `the call "${call}" cannot be played yet`)
      if (result.kind === 'refused') {
        const { status, code, message } = result.error
        return compareMembers(entry, { status, code, message })
      }
      return compareMembers(entry, { status: 200, code: undefined, message: undefined })
    }),
}
