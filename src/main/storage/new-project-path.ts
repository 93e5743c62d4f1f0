import { join } from 'node:path'

export const PROJECT_ENDING = '.gatewright.yaml'

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/
const LONGEST_NAME = 80

/** "Order API" -> "order-api": letters and digits of any script, nothing that a disk or a shell minds. "project" when nothing is left. */
export function fileNameOf(projectName: string): string {
  const words =
    projectName
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const name = [...words.join('-')].slice(0, LONGEST_NAME).join('').replace(/-+$/, '')
  return name === '' || DEVICE.test(name) ? `project${name && `-${name}`}` : name
}

/** The paths to try for a new project, the plain name first: "order-api", "order-api-2", ... */
export function* newProjectPaths(folder: string, projectName: string): Generator<string> {
  const name = fileNameOf(projectName)
  yield join(folder, name + PROJECT_ENDING)
  for (let number = 2; ; number++) yield join(folder, `${name}-${number}${PROJECT_ENDING}`)
}
