import { describe, expect, it } from 'vitest'
import type { TreatMissingData } from '@shared/design/alarm'
import { decideAlarmState, type PointVerdict } from './decide-alarm-state'

const VERDICTS: Readonly<Record<string, PointVerdict>> = { o: 'good', x: 'breaching', '.': null }

function decide(points: string, evaluationPeriods: number, datapointsToAlarm: number): string[] {
  const verdicts = [...points].map((letter) => VERDICTS[letter] ?? null)
  return (['missing', 'ignore', 'breaching', 'notBreaching'] as const).map((treatMissingData: TreatMissingData) =>
    decideAlarmState({ evaluationPeriods, datapointsToAlarm, treatMissingData }, verdicts),
  )
}
const same = (decision: string): string[] => [decision, decision, decision, decision]

describe('decideAlarmState', () => {
  it('asks the newest real points alone when there are enough of them', () => {
    expect(decide('xx.oo', 2, 2)).toEqual(same('OK'))
    expect(decide('xx.o.', 2, 1)).toEqual(same('ALARM'))
    expect(decide('..x.x', 2, 2)).toEqual(same('ALARM'))
  })

  it('counts breaching points in any order', () => {
    expect(decide('.xoxo', 4, 2)).toEqual(same('ALARM'))
    expect(decide('.xoxo', 4, 3)).toEqual(same('OK'))
  })

  it('fills as few gaps as possible', () => {
    expect(decide('...o', 2, 2)).toEqual(same('OK'))
    expect(decide('...o', 2, 1)).toEqual(['OK', 'OK', 'ALARM', 'OK'])
    expect(decide('...x', 2, 2)).toEqual(['OK', 'RETAIN', 'ALARM', 'OK'])
  })

  it('knows nothing without any point', () => {
    expect(decide('....', 2, 2)).toEqual(['INSUFFICIENT_DATA', 'RETAIN', 'ALARM', 'OK'])
    expect(decide('', 2, 2)).toEqual(['INSUFFICIENT_DATA', 'RETAIN', 'ALARM', 'OK'])
  })

  it('alarms with missing data once the oldest breaching point has waited long enough', () => {
    expect(decide('.....x', 4, 3)).toEqual(['OK', 'RETAIN', 'ALARM', 'OK'])
    expect(decide('....x.', 4, 3)).toEqual(['OK', 'RETAIN', 'ALARM', 'OK'])
    expect(decide('...x..', 4, 3)).toEqual(['ALARM', 'RETAIN', 'ALARM', 'OK'])
  })

  it('takes a good point among few as a reason not to alarm', () => {
    expect(decide('..o.x.', 4, 3)).toEqual(['OK', 'OK', 'ALARM', 'OK'])
  })
})
