/** What a stage of `npm test` found: how many checks passed and failed, and one line on what went wrong besides. */
export function stageOf(name, passed, failed, note = '') {
  // A stage that ran nothing has not shown anything, so it counts as failed.
  return passed + failed === 0
    ? { name, passed, failed: 1, note: note || 'nothing ran' }
    : { name, passed, failed, note }
}

/** A stage that is one check: types, lint, format, build. */
export function singleCheck(name, exitCode, note = '') {
  return exitCode === 0 ? stageOf(name, 1, 0) : stageOf(name, 0, 1, note || `exit code ${exitCode}`)
}

/** Counts from vitest's JSON report. A file that could not be loaded has no tests in it and counts as one failure. */
export function unitStage(report, exitCode) {
  if (!report) return stageOf('unit', 0, 1, `no report, exit code ${exitCode}`)
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  return withExitCode('unit', report.numPassedTests, report.numFailedTests + unloaded, exitCode)
}

/** Counts from Playwright's JSON report. A flaky test counts as failed. */
export function e2eStage(report, exitCode) {
  if (!report) return stageOf('e2e', 0, 1, `no report, exit code ${exitCode}`)
  const { expected, unexpected, flaky } = report.stats
  return withExitCode('e2e', expected, unexpected + flaky + report.errors.length, exitCode)
}

/** A runner that ends with an error although no test failed has failed in some other way: an error outside of any test. */
function withExitCode(name, passed, failed, exitCode) {
  if (exitCode !== 0 && failed === 0) return stageOf(name, passed, 1, `exit code ${exitCode} although no test failed`)
  return stageOf(name, passed, failed)
}

/** The last line of `npm test`. */
export function summaryLine(stages) {
  const sum = (field) => stages.reduce((total, stage) => total + stage[field], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed`
}

/** 1 when any stage failed or none ran. */
export function summaryExitCode(stages) {
  return stages.length > 0 && stages.every((stage) => stage.failed === 0) ? 0 : 1
}
