import type { DocumentDesk } from './document-desk'
import type { Handlers } from './service'

type ImportCommands = Extract<keyof Handlers, `import.${string}`>

/** Reads documents without keeping anything. */
export function importArea(desk: DocumentDesk): Pick<Handlers, ImportCommands> {
  return {
    'import.read': ({ parameters, ...document }) => desk.ask('read', { document, ...(parameters && { parameters }) }),
    'import.readPath': ({ parameters, ...document }) =>
      desk.ask('read', { document, ...(parameters && { parameters }) }),
  }
}
