import type { Design } from '@shared/design/design'
import { pascalCase } from '../cloudformation/logical-id'

/** What the parts of an app are called. */
export interface ProjectNames {
  /** Of files and of the package: "order-platform". */
  readonly file: string
  /** Of the class and of the stack: "OrderPlatformStack". */
  readonly stack: string
}

/** Letters of a name at most: packages and stacks have limits of their own. */
const LONGEST = 60

/** Named after the only API, else after the project. */
export function projectNames(design: Design): ProjectNames {
  const [api, ...others] = design.apis
  const name = api && others.length === 0 ? api.name : design.name
  const words = pascalCase(name).slice(0, LONGEST)
  const stack = /^[A-Za-z]/.test(words) ? words : `Api${words}`
  const file = stack.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/g) ?? []
  return { file: file.join('-').toLowerCase(), stack: `${stack}Stack` }
}
