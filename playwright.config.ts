import { defineConfig } from '@playwright/test'

const isRoot = process.getuid?.() === 0
const report = process.env['GATEWRIGHT_E2E_REPORT']
const executablePath = process.env['CHROMIUM_PATH']

// Each test starts a host of its own (e2e/host.ts). Chromium is found or installed by scripts/e2e.mjs.
// A trace would take a third of the time: ask for one with npm run e2e -- --trace retain-on-failure
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: '100%',
  forbidOnly: true,
  timeout: 60_000,
  /** Five times what it takes on two cores. */
  globalTimeout: 20 * 60_000,
  expect: { timeout: 10_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    actionTimeout: 10_000,
    locale: 'en-US',
    timezoneId: 'UTC',
    viewport: { width: 1440, height: 900 },
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium refuses to start as root with its sandbox; containers have a small /dev/shm.
      args: isRoot ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
    },
  },
})
