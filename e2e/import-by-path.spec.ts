import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './host'

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Greet:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: greet.handler
      Runtime: nodejs22.x
      Events:
        Get: { Type: HttpApi, Properties: { Path: /greet, Method: get } }
`
const FUNCTION = 'export const handler = async () => ({ statusCode: 200, body: "from the file beside" })\n'

test('a SAM template that is opened by its path runs the functions beside it', async ({ app, host, page }) => {
  const folder = join(host.folder, 'shop')
  await mkdir(join(folder, 'src'), { recursive: true })
  await writeFile(join(folder, 'template.yaml'), TEMPLATE)
  await writeFile(join(folder, 'src', 'greet.mjs'), FUNCTION)
  await app.open()
  await app.projects.openPath(join(folder, 'template.yaml'))
  await expect(app.importReport.root).toContainText('SAM template')
  await expect(page.getByRole('switch', { name: 'Keep the project beside the file' })).toBeChecked()
  await app.importReport.confirm.click()
  await expect(app.design.route('GET /greet')).toBeVisible()
  expect((await readdir(folder)).filter((name) => name.endsWith('.gatewright.yaml'))).toHaveLength(1)

  await app.gateway.click()
  await page.getByRole('button', { name: 'Trust this folder and start' }).click()
  await expect(app.status('gateway')).toContainText('running')
  const url = await app.status('url').textContent()
  expect(await (await fetch(`${url}/greet`)).text()).toBe('from the file beside')
})

test('a document that cannot be read says why in its report, whatever it was opened by', async ({ app, host }) => {
  const path = join(host.folder, 'broken.template')
  await writeFile(path, 'Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties: 7\n')
  await app.open()
  await app.projects.openPath(path)
  await expect(app.importReport.root).toBeVisible()
  await expect(app.importReport.diagnostics.first()).toBeVisible()
})
