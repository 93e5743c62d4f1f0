import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'

/** A vitest reporter: keeps a list of the test files that have begun and not ended in the file that GATEWRIGHT_RUNNING_FILES names. */
// oxlint-disable-next-line import/no-default-export -- it is what vitest loads
export default class RunningFilesReporter {
  #running = new Set()

  onTestModuleQueued(module) {
    this.#change(() => this.#running.add(relative(process.cwd(), module.moduleId)))
  }

  onTestModuleEnd(module) {
    this.#change(() => this.#running.delete(relative(process.cwd(), module.moduleId)))
  }

  #change(change) {
    change()
    const file = process.env['GATEWRIGHT_RUNNING_FILES']
    if (file) writeFileSync(file, JSON.stringify([...this.#running]))
  }
}
