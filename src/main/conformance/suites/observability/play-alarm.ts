import { decideAlarmState, type PointVerdict } from '../../../alarms/decide-alarm-state'
import { MISSING_DATA_TREATMENTS, type TreatMissingData } from '@shared/design/alarm'
import { judged, skipped, type CaseResult } from '../../conformance-suite'

/** A vector of the area "alarm-evaluation": points, and the state that each treatment of missing data leads to. */
export interface AlarmVector {
  readonly id: string
  readonly given: object
  readonly expect: object
}

const POINTS: Readonly<Record<string, PointVerdict>> = { '0': 'good', X: 'breaching', '-': null }
const MEMBERS = ['evaluationPeriods', 'datapointsToAlarm', 'evaluationRange', 'points', 'legend']

/** Decide what a vector describes, once for each treatment that it expects something of. One that says something else is skipped. */
export function playAlarm({ id, given, expect }: AlarmVector): CaseResult {
  const members = given as Readonly<Record<string, unknown>>
  const unknown = Object.keys(members).find((name) => !MEMBERS.includes(name))
  if (unknown !== undefined) return skipped(id, `"${unknown}" cannot be played`)
  const { evaluationPeriods, datapointsToAlarm = evaluationPeriods, points } = members
  const verdicts = verdictsOf(points)
  if (!isCount(evaluationPeriods) || !isCount(datapointsToAlarm) || verdicts === null)
    return skipped(id, `${JSON.stringify(given)} is not understood`)
  const expected = Object.entries(expect)
  const other = expected.find(([name]) => !isTreatment(name))
  if (other !== undefined) return skipped(id, `the expectation "${other[0]}" cannot be judged`)
  if (expected.length === 0) return skipped(id, 'nothing is expected')
  const differences = expected.flatMap(([treatMissingData, state]) => {
    const rule = { evaluationPeriods, datapointsToAlarm, treatMissingData: treatMissingData as TreatMissingData }
    const found = decideAlarmState(rule, verdicts)
    return found === state ? [] : [`${treatMissingData}: expected ${String(state)}, found ${found}`]
  })
  return judged(id, differences.length === 0 ? undefined : differences.join('; '))
}

/** "0 - X" -> good, none, breaching. */
function verdictsOf(points: unknown): PointVerdict[] | null {
  if (typeof points !== 'string') return null
  const letters = points.split(/\s+/).filter((letter) => letter !== '')
  if (!letters.every((letter) => Object.hasOwn(POINTS, letter))) return null
  return letters.map((letter) => POINTS[letter] ?? null)
}

function isTreatment(name: string): boolean {
  return (MISSING_DATA_TREATMENTS as readonly string[]).includes(name)
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1
}
