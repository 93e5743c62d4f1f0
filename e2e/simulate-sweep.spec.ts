import { expectAccessible } from './accessibility'
import { expect, test } from './host'
import { SweepPage } from './pages/sweep-page'
import { findProject } from './saved-project'

const LIMIT = '/apis/0/stages/prod/methodSettings/~1items~1GET'
/** Of the sample: calls a second, seconds, and the limit of GET /items. */
const [CALLS, SECONDS, RATE, BURST] = [2000, 10, 1000, 500]
const OFFERED = CALLS * SECONDS
/** Tokens that come until the last call; calls are evenly spaced from 0 on. */
const REFILLED = (RATE * (OFFERED - 1)) / CALLS

const throttledWith = (burst: number): number => OFFERED - Math.floor(burst + REFILLED)

test('a sweep and a search agree with theory, and their answer cures the throttling', async ({ app, host, page }) => {
  const { simulate } = app
  const sweep = new SweepPage(page)
  await app.openSample('token-bucket')
  const project = await findProject(host.projectsFolder)
  await app.goTo('simulate')
  await simulate.scenario.selectOption('Steady 2,000 a second')
  await simulate.run()
  await expect(simulate.tile('throttled')).toHaveAttribute('data-value', String(throttledWith(BURST)))

  await test.step('a line over one setting', async () => {
    await sweep.open()
    await sweep.panel.getByTestId('sweep-first').selectOption({ label: 'Burst limit of GET /items' })
    await sweep.number('From').fill('500')
    await sweep.number('To').fill('2000')
    await sweep.number('Step').fill('500')
    await sweep.run()
    await sweep.panel.getByRole('combobox', { name: 'Figure' }).selectOption('Throttled')
    for (const burst of [500, 1000, 1500, 2000]) {
      await expect(sweep.cell(burst)).toHaveAttribute('data-mean', String(throttledWith(burst)))
    }
    await expectAccessible(page, 'a sweep over one setting')
  })

  await test.step('a map over two, by keys alone', async () => {
    await sweep.panel.getByTestId('sweep-second').selectOption({ label: 'Rate limit of GET /items' })
    await page.getByRole('spinbutton', { name: 'From' }).nth(1).fill('1000')
    await page.getByRole('spinbutton', { name: 'To' }).nth(1).fill('2000')
    await page.getByRole('spinbutton', { name: 'Step' }).nth(1).fill('1000')
    await sweep.run()
    await expect(sweep.cell(500, 2000)).toHaveAttribute('data-mean', '0')
    await sweep.cell(500, 2000).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await expect(sweep.cell(1000, 1000)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(sweep.panel.getByTestId('sweep-chosen')).toHaveAttribute('data-values', '1000,1000')
    await expectAccessible(page, 'a sweep over two settings')
  })

  const smallest = Math.ceil(OFFERED - REFILLED)
  await test.step('the smallest burst limit with which nothing is throttled', async () => {
    await sweep.show('Find the smallest limit')
    await sweep.panel.getByTestId('seek-setting').selectOption({ label: 'Burst limit of GET /items' })
    await sweep.number('From').fill('1')
    await sweep.panel.getByRole('spinbutton', { name: 'To, requests' }).fill('20000')
    await sweep.panel.getByRole('spinbutton', { name: 'Value, percent' }).fill('0')
    await sweep.findSmallest()
    await expect(sweep.answer).toHaveAttribute('data-value', String(smallest))
    await expect(sweep.answer.locator(`[data-testid="seek-row"][data-value="${smallest - 1}"]`)).toHaveAttribute(
      'data-holds',
      'false',
    )
    await expectAccessible(page, 'a search')
  })

  await test.step('applied, it is in the file and nothing is throttled any more', async () => {
    await sweep.answer.getByTestId('seek-apply').click()
    await expect.poll(() => project.at(`${LIMIT}/throttlingBurstLimit`)).toBe(smallest)
    await simulate.run()
    await expect(simulate.tile('throttled')).toHaveAttribute('data-value', '0')
    await app.undoByToast('seek-applied')
    await expect.poll(() => project.at(`${LIMIT}/throttlingBurstLimit`)).toBe(BURST)
  })
})
