import { expectAccessible } from './accessibility'
import { expect, test } from './host'
import type { SimulatePage } from './pages/simulate-page'
import { findProject } from './saved-project'

async function answerOf(simulate: SimulatePage, name: string): Promise<number> {
  await simulate.showTable('Answers')
  return Number(await simulate.answer(name).getAttribute('data-value'))
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })

    test('a leak is found and cured by a cache key', async ({ app, host, page }) => {
      const { simulate } = app
      await app.openSample('order-api')
      const project = await findProject(host.projectsFolder)
      await app.goTo('simulate')
      await simulate.scenario.selectOption('Partner batch rush')
      await page.getByRole('combobox', { name: 'Add backend of' }).selectOption('GET /orders')
      const backend = page.locator('[data-testid="backend-model"][data-source="GET /orders"]')
      await backend.getByRole('button').first().click()
      await app.design.flip(backend.getByRole('switch', { name: 'Personal answers' }))
      await expectAccessible(page, 'a backend of a scenario')
      await simulate.run()
      expect(await answerOf(simulate, 'leakedReads')).toBeGreaterThan(0)
      await expectAccessible(page, 'answers')

      await simulate.answer('leakedReads').getByRole('button').click()
      const keys = '/apis/0/resources/~1orders/methods/GET/integration/cacheKeyParameters'
      await expect
        .poll(() => project.at(keys))
        .toEqual(['method.request.querystring.status', 'method.request.header.Authorization'])
      await simulate.run()
      expect(await answerOf(simulate, 'leakedReads')).toBe(0)
    })
  })
}

test('a retry storm is seen, and cured by jitter', async ({ app, page }) => {
  const { simulate } = app
  // 1,500 at one instant meet 500 tokens; a second later all others come again, to a bucket that holds no more than 500.
  const [offered, burst] = [1500, 500]
  await app.openSample('token-bucket')
  await app.goTo('simulate')
  await simulate.scenario.selectOption('1,500 at one instant')
  const source = page.getByTestId('traffic-source')
  await source.getByRole('button').first().click()
  await source.getByRole('button', { name: 'Add retries' }).click()
  await source.getByRole('combobox', { name: 'Jitter' }).selectOption('NONE')
  await source.getByRole('spinbutton', { name: 'First delay, milliseconds' }).fill('1000')
  await source.getByRole('spinbutton', { name: 'Attempts' }).fill('2')
  await simulate.run()
  expect(await answerOf(simulate, 'retries')).toBe(offered - burst)
  expect(await answerOf(simulate, 'givenUp')).toBe(offered - 2 * burst)

  await source.getByRole('combobox', { name: 'Jitter' }).selectOption('FULL')
  await simulate.run()
  expect(await answerOf(simulate, 'givenUp')).toBeLessThan(100)
})

test('a scenario is edited as text: problems are located, valid text is applied and undone', async ({
  app,
  host,
  page,
}) => {
  await app.openSample('token-bucket')
  const project = await findProject(host.projectsFolder)
  await app.goTo('simulate')
  await page.getByRole('button', { name: 'Scenario actions' }).click()
  await page.getByRole('menuitem', { name: 'Edit as text' }).click()
  const editor = page.getByTestId('scenario-editor')
  await expect(editor).toHaveAttribute('data-loaded', 'true')
  const view = page.getByTestId('scenario-text')
  await editor.getByText('durationInSeconds').click()
  await page.keyboard.press('End')

  await page.keyboard.type('x')
  await expect(view).toHaveAttribute('data-applied', 'false')
  await expect(page.getByTestId('scenario-problems')).toContainText('durationInSeconds')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('0')
  await expect(view).toHaveAttribute('data-applied', 'true')
  await expect.poll(() => project.at('/scenarios/0/durationInSeconds')).toBe(100)
  await expectAccessible(page, 'a scenario as text')
  await app.undo()
  await expect.poll(() => project.at('/scenarios/0/durationInSeconds')).toBe(10)
})
