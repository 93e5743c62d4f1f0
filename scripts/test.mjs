// Everything that must hold before a change is done. Every stage runs, whatever the others found; the last line is the sum.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNode, TOOK_TOO_LONG } from './lib/run.mjs'
import { SetupError } from './lib/setup-error.mjs'
import { ensureBuild, ensureDependencies, root, tool } from './lib/setup.mjs'
import { e2eStage, singleCheck, stageOf, summaryExitCode, summaryLine, unitStage } from './lib/summary.mjs'

const TYPE_PROJECTS = ['tsconfig.pure.json', 'tsconfig.node.json', 'tsconfig.web.json', 'tsconfig.e2e.json']
/** The unit tests take about two minutes on two cores. */
const UNIT_LIMIT_MS = 12 * 60_000
const reports = mkdtempSync(join(tmpdir(), 'gatewright-test-'))
const inRoot = { cwd: root }

const STAGES = {
  packages: () => setUp('packages', ensureDependencies),
  build: () => setUp('build', ensureBuild),
  types: () => allOf('types', TYPE_PROJECTS.map((project) => [tool('typescript/bin/tsc'), '-p', project])), // prettier-ignore
  lint: () =>
    allOf('lint', [
      [tool('oxlint/bin/oxlint'), '--deny-warnings'],
      [join(root, 'scripts/check-imports.mjs')],
      [join(root, 'scripts/notices.mjs'), '--check'],
    ]),
  format: () =>
    allOf('format', [[tool('prettier/bin/prettier.cjs'), '--check', '--cache', '--log-level', 'warn', '.']]),
  unit: async () => {
    const file = join(reports, 'unit.json')
    const running = join(reports, 'running.json')
    const reporters = ['default', 'json', join(root, 'scripts/lib/running-files-reporter.mjs')].map((name) => `--reporter=${name}`) // prettier-ignore
    const args = [tool('vitest/vitest.mjs'), 'run', ...reporters, `--outputFile.json=${file}`]
    const run = () => runNode(args, { ...inRoot, env: { GATEWRIGHT_RUNNING_FILES: running }, limitMs: UNIT_LIMIT_MS })
    let exitCode = await run()
    if (exitCode === TOOK_TOO_LONG) {
      // A worker that stops answering says nothing about the product, so the stage gets one more run; a test that hangs, hangs again.
      console.error(`The unit tests did not end in ${UNIT_LIMIT_MS / 60_000} minutes. Not ended: ${readReport(running)}. Once more.`) // prettier-ignore
      exitCode = await run()
    }
    const note = exitCode === TOOK_TOO_LONG ? `did not end; still running: ${readReport(running)}` : ''
    return note ? stageOf('unit', 0, 1, note) : unitStage(readReport(file), exitCode)
  },
  e2e: async () => {
    const file = join(reports, 'e2e.json')
    const { ensureChromium } = await import('./lib/chromium.mjs')
    const env = { CHROMIUM_PATH: await ensureChromium(), GATEWRIGHT_E2E_REPORT: file }
    const exitCode = await runNode([tool('@playwright/test/cli.js'), 'test'], { cwd: root, env })
    return e2eStage(readReport(file), exitCode)
  },
}

const results = []
for (const [name, run] of Object.entries(STAGES)) {
  console.log(`\n== ${name}`)
  const startedAt = performance.now()
  const stage = await run().catch((error) => failedToRun(name, error))
  results.push({ ...stage, seconds: (performance.now() - startedAt) / 1000 })
}
rmSync(reports, { recursive: true })

console.log('')
for (const { name, passed, failed, seconds, note } of results) {
  console.log(`${name.padEnd(9)} ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s${note && `: ${note}`}`)
}
console.log(summaryLine(results))
process.exitCode = summaryExitCode(results)

function failedToRun(name, error) {
  console.error(error instanceof SetupError ? error.message : error.stack)
  return stageOf(name, 0, 1, error.message.split('\n').at(-1))
}

async function setUp(name, work) {
  await work()
  return singleCheck(name, 0)
}

/** One check made of several commands: all run, the first that fails gives the exit code. */
async function allOf(name, commands) {
  const exitCodes = []
  for (const command of commands) exitCodes.push(await runNode(command, inRoot))
  return singleCheck(name, exitCodes.find((exitCode) => exitCode !== 0) ?? 0)
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
