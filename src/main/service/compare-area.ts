import type { DocumentDesk } from './document-desk'
import type { OpenProjectHolder } from './open-project-holder'
import type { Handlers } from './service'

/** The open design beside other documents. */
export function compareArea(desk: DocumentDesk, holder: OpenProjectHolder): Pick<Handlers, 'design.compare'> {
  return {
    'design.compare': async (document) => desk.ask('compare', { design: holder.design, document }),
  }
}
