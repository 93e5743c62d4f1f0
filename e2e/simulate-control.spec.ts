import { expect, test } from './host'

const LIMIT = '/apis/0/stages/prod/methodSettings/~1items~1GET'
/** Of the sample: calls a second, seconds, and the limit of GET /items. */
const [CALLS, SECONDS, RATE, BURST] = [2000, 10, 1000, 500]
const OFFERED = CALLS * SECONDS
const LAST_CALL = (OFFERED - 1) / CALLS

test('a run is paused, goes on with another limit, is looked back on and compared', async ({ app, page }) => {
  const { design, simulate } = app
  const newRate = 250
  await app.openSample('token-bucket')
  await app.goTo('simulate')
  await simulate.scenario.selectOption('Steady 2,000 a second')
  await simulate.run()

  await test.step('two seconds, by a button and by a key', async () => {
    await simulate.step()
    await expect(simulate.time).toHaveAttribute('data-time-ms', '1000')
    await page.keyboard.press('.')
    await expect(simulate.time).toHaveAttribute('data-time-ms', '2000')
  })

  await test.step('a limit changed meanwhile: run again, or go on from here', async () => {
    await app.goTo('design')
    await design.openRoute('GET /items')
    await design.selectStep('throttle')
    await design.field(`${LIMIT}/throttlingRateLimit`).fill(String(newRate))
    await app.goTo('simulate')
    await expect(simulate.change).toHaveAttribute('data-limits', '1')
    await expect(simulate.change).toContainText(`GET /items: ${newRate}/s, burst ${BURST}`)
    await simulate.change.getByRole('button', { name: 'Go on from here' }).click()
    await simulate.isDone()
  })

  const admitted = Math.floor(BURST + RATE * 2 + newRate * (LAST_CALL - 2))
  await test.step('the figures are those of both limits', async () => {
    await expect(simulate.tile('offered')).toHaveAttribute('data-value', String(OFFERED))
    await expect(simulate.tile('throttled')).toHaveAttribute('data-value', String(OFFERED - admitted))
  })

  await test.step('looking back shows the figures of then, Escape those of now', async () => {
    await simulate.scrubber.fill('5000')
    await expect(simulate.time).toHaveAttribute('data-time-ms', '5000')
    await expect(simulate.tile('offered')).toHaveAttribute('data-value', String(CALLS * 5))
    const admittedThen = Math.floor(BURST + RATE * 2 + newRate * (5 - 1 / CALLS - 2))
    const row = simulate.row('sim-routes', 'GET /items')
    await expect(row).toHaveAttribute('data-throttled', String(CALLS * 5 - admittedThen))
    await page.keyboard.press('Escape')
    await expect(simulate.tile('offered')).toHaveAttribute('data-value', String(OFFERED))
  })

  await test.step('any request says why, with what was in its bucket', async () => {
    await page.getByRole('button', { name: 'Method throttle' }).click()
    const found = page.getByTestId('sim-find')
    await expect(found).toHaveAttribute('data-matching', String(OFFERED - admitted))
    await page.getByTestId('sim-found').getByTestId('sim-row').first().click()
    await expect(simulate.why.getByTestId('why-bucket')).toHaveCount(1)
    await expect(simulate.why.getByTestId('why-remedy')).toContainText('would have let it through')
  })

  await test.step('beside the run before, it throttled more', async () => {
    await page.getByTestId('sim-compare').click()
    await page.getByTestId('kept-run').nth(1).getByRole('radio').check()
    await page.keyboard.press('Escape')
    await expect(simulate.tile('throttled')).toHaveAttribute(
      'data-other',
      String(OFFERED - Math.floor(BURST + RATE * LAST_CALL)),
    )
    await simulate.showTable('Differences')
    await expect(simulate.row('sim-differences', 'throttled')).toHaveAttribute('data-verdict', 'worse')
    await expect(simulate.chart('requests')).toHaveAttribute('data-series', /other:offered/)
  })
})
