import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './host'
import { writeLargeProject } from './large-project'

// What is measured is printed, not asserted: it says more about the computer than about the program.

/** How long it takes from now until an element with this text or value is drawn. Milliseconds. */
function startWatch(page: Page, selector: string, wanted: string): Promise<number> {
  return page.evaluate(
    ([selector, wanted]) =>
      new Promise<number>((resolve) => {
        const from = performance.now()
        const look = (): void => {
          const found = [...document.querySelectorAll(selector ?? '')].some((element) =>
            element.textContent?.includes(wanted ?? ''),
          )
          if (found) requestAnimationFrame(() => resolve(performance.now() - from))
          else requestAnimationFrame(look)
        }
        look()
      }),
    [selector, wanted],
  )
}

/** Frames drawn while a run streams: how many a second, and the longest gap between two. */
function watchFrames(page: Page): Promise<{ readonly perSecond: number; readonly longestMs: number }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const times: number[] = []
        const isRunning = (): boolean =>
          document.querySelector('[data-testid="sim-run"]')?.getAttribute('data-state') === 'running'
        const tick = (now: number): void => {
          times.push(now)
          if (isRunning()) requestAnimationFrame(tick)
          else {
            const gaps = times.slice(1).map((time, index) => time - (times[index] ?? time))
            const lastedMs = (times.at(-1) ?? 0) - (times[0] ?? 0)
            resolve({ perSecond: (1000 * gaps.length) / lastedMs, longestMs: Math.max(...gaps) })
          }
        }
        requestAnimationFrame(tick)
      }),
  )
}

test('a design of 1,000 methods opens, is searched, edited and run', async ({ app, host, page }) => {
  const { design, simulate } = app
  const path = join(host.folder, 'large.gatewright.yaml')
  await app.open()
  await writeLargeProject(path)
  await app.projects.typePath(path)
  const opened = startWatch(page, '[data-testid="pipeline-step"][data-step="integration"]', 'service-0')
  await app.press('Enter')
  const openedMs = await opened
  await expect(design.route('GET /service-0/{id}')).toBeVisible()

  await page.getByRole('textbox', { name: 'Filter routes' }).fill('service-249')
  await design.openRoute('GET /service-249/{id}')
  await design.selectStep('throttle')
  const limit = design.field('/apis/0/stages/prod/methodSettings/~1service-249~1{id}~1GET/throttlingRateLimit')
  await expect(limit).toHaveValue('30')
  await limit.focus()
  await app.press('Mod+a')
  const shown = startWatch(page, '[data-testid="pipeline-step"][data-step="throttle"]', '7 / 60')
  await app.press('7')
  const editedMs = await shown

  await app.goTo('simulate')
  await simulate.runButton.click()
  const frames = await watchFrames(page)
  await simulate.isDone()
  console.log(
    `1,000 methods: shown ${Math.round(openedMs)} ms after Open, an edit after ${Math.round(editedMs)} ms; ` +
      `${Math.round(frames.perSecond)} frames a second while a run streamed, the longest took ${Math.round(frames.longestMs)} ms`,
  )
})
