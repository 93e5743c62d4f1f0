// The command line from a checkout: builds when a source has changed, then runs out/main/cli.js in this very process.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onParentGone } from './lib/child-host.mjs'
import { runScript } from './lib/setup-error.mjs'
import { ensureBuild, root } from './lib/setup.mjs'

const isRunByNpm = process.env.npm_lifecycle_event === 'gatewright'

await runScript(async () => {
  await ensureBuild()
  return process.exitCode
})

if (process.exitCode === undefined) {
  // npm starts scripts in the package's folder, but paths are meant from where the person is, and it passes no signals on.
  if (isRunByNpm && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)
  if (isRunByNpm) onParentGone(() => process.kill(process.pid, 'SIGTERM'))
  const cli = join(root, 'out/main/cli.js')
  process.argv[1] = cli
  await import(pathToFileURL(cli).href)
}
