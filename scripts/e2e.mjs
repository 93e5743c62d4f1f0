// The end-to-end stories in Chromium: npm run e2e [-- Playwright's arguments]
import { ensureChromium } from './lib/chromium.mjs'
import { runNode } from './lib/run.mjs'
import { runScript } from './lib/setup-error.mjs'
import { ensureBuild, root, tool } from './lib/setup.mjs'

await runScript(async () => {
  await ensureBuild()
  const env = { CHROMIUM_PATH: await ensureChromium() }
  return runNode([tool('@playwright/test/cli.js'), 'test', ...process.argv.slice(2)], { cwd: root, env })
})
