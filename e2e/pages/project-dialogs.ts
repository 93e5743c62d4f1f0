import { expect, type Locator, type Page } from '@playwright/test'

/** Opening a project by its path, what comes of a file that cannot be opened, and of one that was changed outside. */
export class ProjectDialogs {
  readonly changedOnDisk: Locator

  constructor(private readonly page: Page) {
    this.changedOnDisk = page.getByTestId('changed-on-disk')
  }

  /** Type a path into the dialog Open project, as where the system has no dialog. Enter then opens it. */
  async typePath(path: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+o')
    const dialog = this.page.getByRole('dialog', { name: 'Open project' })
    await expect(dialog.getByRole('list')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Path of a project file, an API file or a folder' }).fill(path)
  }

  async openPath(path: string): Promise<void> {
    await this.typePath(path)
    await this.page.getByRole('button', { name: 'Open', exact: true }).click()
  }

  async takeTheirs(): Promise<void> {
    await this.changedOnDisk.getByRole('button', { name: 'Take theirs' }).click()
    await expect(this.changedOnDisk).toHaveCount(0)
  }

  async keepMine(): Promise<void> {
    await this.changedOnDisk.getByRole('button', { name: 'Keep mine' }).click()
    await expect(this.changedOnDisk).toHaveCount(0)
  }
}
