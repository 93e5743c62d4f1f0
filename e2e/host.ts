import { test as base, expect } from '@playwright/test'
import { startHost, type HostProcess, type HostProcessOptions } from './host-process'
import { AppWindow } from './pages/app-window'

interface HostFixtures {
  /** How this test's host is started: `test.use({ hostOptions: { file } })`. */
  readonly hostOptions: HostProcessOptions
  /** A host of this test's own, with empty folders. */
  readonly host: HostProcess
  /** The window on that host. A story begins with `await app.open()`. */
  readonly app: AppWindow
  /** Errors that this test provokes on the page's console; any other there fails it. */
  readonly expectedErrors: RegExp | null
  /** Fails a test whose page complained. Always on. */
  readonly consoleErrors: string[]
}

/** Playwright's `test` with a running host and a window on it. */
export const test = base.extend<HostFixtures>({
  hostOptions: [{}, { option: true }],
  expectedErrors: [null, { option: true }],
  host: async ({ hostOptions, page }, use) => {
    const host = await startHost(hostOptions)
    await use(host)
    // A window that outlives its host complains of the lost connection.
    await page.close()
    await host.end()
  },
  app: async ({ page, host }, use) => use(new AppWindow(page, host)),
  consoleErrors: [
    async ({ page, expectedErrors }, use) => {
      const errors: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text())
      })
      page.on('pageerror', (error) => errors.push(String(error)))
      await use(errors)
      expect(errors.filter((text) => !expectedErrors?.test(text))).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
