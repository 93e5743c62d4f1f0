import { get } from 'node:https'
import { readFile } from 'node:fs/promises'
import { expectAccessible, expectNoSideways } from './accessibility'
import { expect, test } from './host'

/** The status of a request that trusts one authority. */
function statusOf(port: number, ca: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: '/nothing/here', ca, agent: false }, ({ statusCode }) =>
      resolve(statusCode),
    ).on('error', reject)
  })
}

test('TLS is switched on in Settings, which say whom to trust once the gateway runs', async ({ app, host }) => {
  await app.openSample('items-api')
  await app.goTo('settings')
  await app.page.getByRole('spinbutton', { name: 'Port' }).fill('0')
  const tls = app.page.getByTestId('settings.tls')
  await expect(tls).toHaveCount(0)
  await app.page.getByText('Answer HTTPS and WSS too').click()
  await expect(app.page.getByText('Start the gateway to see where its authority is')).toBeVisible()
  await app.goTo('try')
  await app.try.openSaved('List items')
  await app.try.sendIt(200)
  await app.goTo('settings')
  await expect(tls).toContainText(`${host.dataFolder}/tls/ca.pem`)
  await expect(tls).toContainText('security add-trusted-cert')
  const port = Number(/on port (\d+)/.exec(await tls.innerText())?.[1])
  expect(await statusOf(port, await readFile(`${host.dataFolder}/tls/ca.pem`, 'utf8'))).toBe(403)
  await expectNoSideways(app.page, 'settings with TLS')
  await expectAccessible(app.page, 'settings with TLS')
})
