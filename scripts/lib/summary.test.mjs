import { describe, expect, test } from 'vitest'
import { exitCodeOf } from './exit-code.mjs'
import { e2eStage, singleCheck, stageOf, summaryExitCode, summaryLine, unitStage } from './summary.mjs'

const unitReport = (passed, failed, testResults = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults,
})
const e2eReport = (expected, unexpected, flaky = 0, errors = []) => ({ stats: { expected, unexpected, flaky }, errors })

describe('summaryLine', () => {
  test('adds up every stage', () => {
    const stages = [singleCheck('types', 0), singleCheck('lint', 1), stageOf('unit', 40, 2), stageOf('e2e', 5, 0)]
    expect([summaryLine(stages), summaryExitCode(stages)]).toEqual(['46 passed, 3 failed', 1])
  })
  test('is a success only when nothing failed', () => {
    const stages = [singleCheck('types', 0), stageOf('unit', 40, 0)]
    expect([summaryLine(stages), summaryExitCode(stages)]).toEqual(['41 passed, 0 failed', 0])
  })
  test('no stage at all is no success', () => {
    expect(summaryExitCode([])).toBe(1)
  })
})

describe('unitStage', () => {
  test('takes the counts of the report', () => {
    expect(unitStage(unitReport(7, 2), 1)).toEqual({ name: 'unit', passed: 7, failed: 2, note: '' })
  })
  test('counts a file that could not be loaded as a failure', () => {
    const unloaded = { status: 'failed', assertionResults: [] }
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }] }
    expect(unitStage(unitReport(7, 1, [unloaded, failing]), 1).failed).toBe(2)
  })
  test('zero tests count as a failure', () => {
    expect(unitStage(unitReport(0, 0), 0)).toEqual({ name: 'unit', passed: 0, failed: 1, note: 'nothing ran' })
  })
  test('an error outside of any test counts as a failure', () => {
    expect(unitStage(unitReport(7, 0), 1).failed).toBe(1)
  })
  test('a missing report counts as a failure', () => {
    expect(unitStage(null, 137)).toEqual({ name: 'unit', passed: 0, failed: 1, note: 'no report, exit code 137' })
  })
})

describe('e2eStage', () => {
  test('counts flaky tests and errors outside of tests as failures', () => {
    expect(e2eStage(e2eReport(5, 1, 1, [{ message: 'config' }]), 1)).toEqual({
      name: 'e2e',
      passed: 5,
      failed: 3,
      note: '',
    })
  })
  test('zero stories count as a failure', () => {
    expect(e2eStage(e2eReport(0, 0), 0).failed).toBe(1)
  })
})

describe('exitCodeOf', () => {
  test.each([
    [0, null, 0],
    [3, null, 3],
    [null, 'SIGINT', 130],
    [null, 'SIGKILL', 137],
    [null, 'SIGTERM', 143],
  ])('code %s, signal %s gives %s', (code, signal, expected) => {
    expect(exitCodeOf(code, signal)).toBe(expected)
  })
})
