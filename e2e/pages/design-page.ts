import { expect, type Locator, type Page } from '@playwright/test'

export type SharedKind = 'authorizers' | 'usage-plans' | 'models' | 'gateway-responses' | 'policy' | 'cors'

/** The API tree, the pipeline of a route and the inspector of one of its steps. */
export class DesignPage {
  readonly routeTree: Locator
  readonly pipeline: Locator
  readonly inspector: Locator
  readonly consequence: Locator
  readonly main: Locator

  constructor(private readonly page: Page) {
    this.routeTree = page.getByTestId('route-tree')
    this.main = page.getByRole('main')
    this.pipeline = this.main.getByTestId('pipeline')
    this.inspector = page.getByTestId('inspector')
    this.consequence = this.inspector.getByTestId('consequence')
  }

  route(routeKey: string): Locator {
    return this.routeTree.locator(`[data-route-key="${routeKey}"]`)
  }

  tab(kind: string, key = ''): Locator {
    return this.page.locator(`[data-testid="editor-tab"][data-kind="${kind}"][data-key="${key}"]`)
  }

  async openRoute(routeKey: string): Promise<void> {
    await this.route(routeKey).click()
    await expect(this.tab('route', routeKey)).toHaveAttribute('aria-selected', 'true')
    await expect(this.pipeline).toHaveAccessibleName(`Pipeline of ${routeKey}`)
  }

  async openShared(kind: SharedKind): Promise<void> {
    await this.page.locator(`[data-testid="shared-item"][data-kind="${kind}"]`).click()
    await expect(this.tab(kind)).toHaveAttribute('aria-selected', 'true')
  }

  async openStage(name: string): Promise<void> {
    await this.page.locator(`[data-testid="stage-item"][data-stage="${name}"]`).click()
    await expect(this.tab('stages', name)).toHaveAttribute('aria-selected', 'true')
  }

  step(step: string): Locator {
    return this.pipeline.locator(`[data-testid="pipeline-step"][data-step="${step}"]`)
  }

  async selectStep(step: string): Promise<void> {
    await this.step(step).click()
    await expect(this.inspector).toHaveAttribute('data-step', step)
  }

  /** A field anywhere on the screen, by the place in the design that it edits. */
  field(pointer: string): Locator {
    return this.page.locator(`[data-testid="field"][data-path="${pointer}"]`)
  }

  number(name: string): Locator {
    return this.page.getByRole('spinbutton', { name })
  }

  /** Turn a switch on or off: its own box is invisible, what is seen lies over it. */
  async flip(field: Locator): Promise<void> {
    await field.press('Space')
  }

  /** Add, rename and the like ask for a name in a dialog. */
  async name(dialogTitle: string, action: string, name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: dialogTitle })
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog.getByRole('button', { name: action, exact: true }).click()
    await expect(dialog).toHaveCount(0)
  }

  /** The dialog New route, or Change path or verb. */
  async fillRoute(verb: string, path: string, action: string): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Verb' }).selectOption(verb)
    await dialog.getByRole('textbox', { name: 'Path' }).fill(path)
    await dialog.getByRole('button', { name: action }).click()
  }
}
