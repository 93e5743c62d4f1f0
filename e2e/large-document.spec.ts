import type { Page } from '@playwright/test'
import { expect, test } from './host'
import { largeDocument } from './large-document'

// What is measured is printed. What is asserted is far above it: it says that nothing large is done where the window waits for it.

/** Milliseconds. */
const LONGEST_PAUSE = 2_000

/** Collects how long the page did nothing else, from now on: milliseconds of each task longer than 50 ms. */
async function watchLongTasks(page: Page): Promise<() => Promise<number[]>> {
  const handle = await page.evaluateHandle(() => {
    const tasks: number[] = []
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
    return tasks
  })
  // What was observed last is told after the task that is running.
  return () => handle.evaluate((tasks) => new Promise((resolve) => setTimeout(() => resolve(tasks.splice(0)), 100)))
}

function inWords(tasks: readonly number[]): string {
  return tasks.length === 0 ? 'no long task' : `long tasks of ${tasks.map((task) => Math.round(task)).join(', ')} ms`
}

test('a document of 2 MB and 2,000 operations is reported, imported and exported', async ({ app, page }) => {
  const { design, importReport } = app
  const document = { name: 'large.json', content: Buffer.from(largeDocument()) }
  await app.open()
  const longTasks = await watchLongTasks(page)
  const story: string[] = []
  async function step(name: string, play: () => Promise<void>): Promise<void> {
    const from = performance.now()
    await play()
    const lastedMs = Math.round(performance.now() - from)
    const tasks = await longTasks()
    story.push(`${name} after ${lastedMs} ms with ${inWords(tasks)}`)
    expect(Math.max(0, ...tasks), name).toBeLessThan(LONGEST_PAUSE)
  }

  await step('report', async () => {
    await importReport.drop(document)
    await expect(importReport.root).toContainText('OpenAPI 3.0')
  })
  await step('design', async () => {
    await importReport.confirm.click()
    await expect(design.route('GET /service-0/{id}')).toBeVisible()
  })
  await step('export', async () => {
    await app.goTo('export')
    await expect(app.export.preview).toHaveAttribute('data-loaded', 'true')
  })
  await step('CloudFormation', async () => {
    await app.export.choose('cloudformation')
    await expect(page.getByText(/^The first 5,000 of/)).toBeVisible()
  })
  console.log(`${(document.content.length / 1e6).toFixed(1)} MB, 2,000 operations: ${story.join('; ')}`)
})
