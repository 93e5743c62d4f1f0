import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './host'
import { findProject } from './saved-project'

/** Change a file behind the window's back. */
async function changeOutside(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8')
  expect(text).toContain(from)
  await writeFile(path, text.replace(from, to))
}

test('a new project is a file at once, and comes back from the recent list', async ({ app, host }) => {
  await app.open()
  await app.welcome.createApi('Book shop')
  await expect(app.design.route('GET /')).toBeVisible()
  const project = await findProject(host.projectsFolder)
  expect(await project.at('')).toMatchObject({ name: 'Book shop', apis: [{ name: 'Book shop', protocolType: 'REST' }] })

  await app.run('project.close')
  await expect(app.welcome.root).toBeVisible()
  await app.welcome.recent(project.path).click()
  await expect(app.design.route('GET /')).toBeVisible()
  await expect(app.status('saved')).toHaveAttribute('data-state', 'saved')
})

test('a project that is gone stays in the recent list and says so', async ({ app, host }) => {
  await app.open()
  await app.welcome.createApi('Book shop')
  await expect(app.design.route('GET /')).toBeVisible()
  const project = await findProject(host.projectsFolder)
  await app.run('project.close')
  await rm(project.path)
  await app.page.reload()
  await expect(app.welcome.recent(project.path)).toContainText('Not there any more')
  await expect(app.welcome.recent(project.path)).toHaveAttribute('aria-disabled', 'true')
})

test.describe('a file that is changed outside', () => {
  const limit = '/apis/0/stages/prod/methodSettings/~1orders~1GET/throttlingRateLimit'

  test('is taken over when asked to, and that can be undone', async ({ app, host }) => {
    const { design, projects } = app
    await app.openSample('order-api')
    const project = await findProject(host.projectsFolder)
    await design.openRoute('GET /orders')
    await design.selectStep('throttle')
    await expect(design.field(limit)).toHaveValue('1000')

    await changeOutside(project.path, 'throttlingRateLimit: 1000', 'throttlingRateLimit: 77')
    await expect(projects.changedOnDisk).toContainText('was changed outside')
    await expect(app.status('saved')).toHaveAttribute('data-state', 'conflict')
    await expect(design.field(limit)).toHaveValue('1000')
    await projects.takeTheirs()
    await expect(design.field(limit)).toHaveValue('77')
    await expect(app.status('saved')).toHaveAttribute('data-state', 'saved')

    await app.undo()
    await expect(design.field(limit)).toHaveValue('1000')
    await expect.poll(() => project.at(limit)).toBe(1000)
  })

  test('is not written over before Keep mine says so', async ({ app, host }) => {
    const { design, projects } = app
    await app.openSample('order-api')
    const project = await findProject(host.projectsFolder)
    await design.openRoute('GET /orders')
    await design.selectStep('throttle')
    await changeOutside(project.path, 'throttlingRateLimit: 1000', 'throttlingRateLimit: 77')
    await expect(projects.changedOnDisk).toBeVisible()
    await design.field(limit).fill('88')
    expect(await project.at(limit)).toBe(77)

    await projects.keepMine()
    await expect.poll(() => project.at(limit)).toBe(88)
    await expect(design.field(limit)).toHaveValue('88')
  })

  test('is compared before it is decided upon', async ({ app, host }) => {
    const { projects } = app
    await app.openSample('order-api')
    const project = await findProject(host.projectsFolder)
    await changeOutside(project.path, 'throttlingRateLimit: 1000', 'throttlingRateLimit: 77')
    await projects.changedOnDisk.getByRole('button', { name: 'Compare' }).click()
    const differences = app.dialog('Changed on disk').getByRole('table', { name: 'Differences' })
    await expect(differences).toContainText('throttlingRateLimit')
    await expect(differences).toContainText('77')
  })
})

test('a file that cannot be opened says why, and the open project stays', async ({ app, host }) => {
  const files = [
    { name: 'broken.gatewright.yaml', text: 'gatewright: 1\napis: [\n', says: /line \d+/ },
    { name: 'notes.yaml', text: 'shopping: [milk]\n', says: /Not a Gatewright project/ },
    { name: 'newer.gatewright.yaml', text: 'gatewright: 99\nname: later\n', says: /newer/ },
    { name: 'types.gatewright.yaml', text: 'gatewright: 1\nname: shop\napis: 7\n', says: /apis/ },
    { name: 'none.gatewright.yaml', text: null, says: /does not exist/ },
  ]
  await app.open()
  await app.welcome.createApi('Book shop')
  await expect(app.design.route('GET /')).toBeVisible()
  for (const { name, text, says } of files) {
    await test.step(name, async () => {
      const path = join(host.folder, name)
      if (text !== null) await writeFile(path, text)
      await app.projects.openPath(path)
      const failure = app.dialog(`${name} cannot be opened`)
      await expect(failure).toContainText(says)
      await app.closeOverlay()
      await expect(app.design.route('GET /')).toBeVisible()
      await expect(app.page.getByTestId('menu-project')).toHaveAccessibleName('Project Book shop')
      if (text !== null) expect(await readFile(path, 'utf8')).toBe(text)
    })
  }
})

test('a scenario that cannot be run says why and where, and the design stays open', async ({ app, host, page }) => {
  await app.openSample('order-api')
  const project = await findProject(host.projectsFolder)
  await app.run('project.close')
  await changeOutside(project.path, 'POST /orders: 1\n', 'POST /ordres: 1\n')
  await app.welcome.recent(project.path).click()
  await app.goTo('simulate')
  await app.simulate.runButton.click()
  await expect(app.simulate.runButton).toHaveAttribute('data-state', 'failed')
  await expect(page.getByRole('alert')).toContainText('POST /ordres')
  await app.goTo('design')
  await expect(app.design.route('POST /orders')).toBeVisible()
})
