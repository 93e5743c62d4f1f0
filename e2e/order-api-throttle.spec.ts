import { expect, test } from './host'
import { findProject } from './saved-project'

const ROUTE = 'POST /orders'
const SETTING = '/apis/0/stages/prod/methodSettings/~1orders~1POST'
const RATE = 100
const BURST = 50

/** What a full bucket lets through of calls that are evenly spaced from 0 on and more than its rate. */
function admittedBy(callsPerSecond: number, seconds: number): number {
  const lastCall = (callsPerSecond * seconds - 1) / callsPerSecond
  return Math.floor(BURST + RATE * lastCall)
}

test('a limit set in the inspector throttles to the request, explains itself and is undone', async ({ app, host }) => {
  const { design, simulate } = app
  await app.openSample('order-api')
  const project = await findProject(host.projectsFolder)

  await design.openRoute(ROUTE)
  await design.selectStep('throttle')
  const rate = design.number('Rate limit, requests per second')
  const burst = design.number('Burst limit, requests')
  const inherit = design.inspector.getByRole('switch', { name: /^Inherit/ })
  await expect(inherit).toBeChecked()
  await design.flip(inherit)
  await rate.fill(String(RATE))
  await burst.fill(String(BURST))

  await test.step('the consequence panel agrees with theory', async () => {
    const offered = RATE * 1.5 * 10
    const admitted = admittedBy(RATE * 1.5, 10)
    await expect(design.consequence).toHaveAccessibleName('What 150 requests/s for 10 s gets')
    await expect(design.consequence).toHaveAttribute('data-admitted', String(admitted))
    await expect(design.consequence).toHaveAttribute('data-throttled', String(offered - admitted))
  })
  await test.step('the file on disk holds the setting', async () => {
    await expect.poll(() => project.at(SETTING)).toEqual({ throttlingRateLimit: RATE, throttlingBurstLimit: BURST })
  })

  await app.goTo('simulate')
  await simulate.scenario.selectOption('Steady orders')
  await simulate.run()
  const offered = 300 * 60
  const admitted = admittedBy(300, 60)
  await test.step('tiles, tables and charts agree with theory', async () => {
    await expect(simulate.tile('offered')).toHaveAttribute('data-value', String(offered))
    await expect(simulate.tile('offered')).toHaveAttribute('data-admitted', String(admitted))
    await expect(simulate.tile('throttled')).toHaveAttribute('data-value', String(offered - admitted))
    const row = simulate.row('sim-routes', ROUTE)
    await expect(row).toHaveAttribute('data-offered', String(offered))
    await expect(row).toHaveAttribute('data-throttled', String(offered - admitted))
    await simulate.showTable('API keys')
    await expect(simulate.row('sim-keys', 'acme-web')).toHaveAttribute('data-throttled', String(offered - admitted))
    for (const chart of ['requests', 'buckets', 'latency', 'status', 'authorizer'] as const) {
      await expect(simulate.chart(chart)).toHaveAttribute('data-points', /^[1-9]\d+$/)
    }
    await expect(simulate.chart('requests')).toHaveAttribute('data-series', /\bthrottled\b/)
    await expect(simulate.chart('requests')).toHaveAccessibleName(/429 rose/)
  })

  await test.step('a throttled request says which bucket was empty and leads to its limit', async () => {
    await simulate.explainThrottled('THROTTLED_METHOD')
    await expect(simulate.end).toHaveAttribute('data-step', 'throttle')
    await expect(simulate.end).toContainText('Method')
    await simulate.why.getByRole('button', { name: 'Edit method limit' }).click()
    await expect(design.field(`${SETTING}/throttlingRateLimit`)).toBeFocused()
    await expect(design.field(`${SETTING}/throttlingRateLimit`)).toHaveValue(String(RATE))
  })

  await test.step('undo takes the limit away again, on disk as well', async () => {
    const steps = [
      () => expect(burst).toHaveValue('5000'),
      () => expect(rate).toHaveValue('10000'),
      () => expect(inherit).toBeChecked(),
    ]
    for (const isUndone of steps) {
      await app.undo()
      await isUndone()
    }
    await expect.poll(() => project.at(SETTING)).toBeUndefined()
  })

  await app.goTo('simulate')
  await simulate.run()
  await expect(simulate.tile('offered')).toHaveAttribute('data-value', String(offered))
  await expect(simulate.tile('offered')).toHaveAttribute('data-admitted', String(offered))
  await expect(simulate.tile('throttled')).toHaveAttribute('data-value', '0')
})
