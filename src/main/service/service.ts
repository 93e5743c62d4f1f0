import type { Args, CommandName, Result } from '@shared/contract/commands'
import { compareWithVelocityjs } from '../templates/compare-with-velocityjs'
import { appArea } from './app-area'
import { compareArea } from './compare-area'
import { costArea } from './cost-area'
import { designArea } from './design-area'
import { DocumentDesk } from './document-desk'
import type { Emit } from './emit'
import { exportArea } from './export-area'
import { gatewayArea } from './gateway-area'
import { importArea } from './import-area'
import { OpenProjectHolder } from './open-project-holder'
import type { HostPorts } from './ports'
import { projectArea } from './project-area'
import { scenarioArea } from './scenario-area'
import { simulatorArea } from './simulator-area'
import { templateArea } from './template-area'
import { tryArea } from './try-area'
import { wsArea } from './ws-area'

/** One function for each command of the contract. */
export type Handlers = { readonly [Name in CommandName]: (args: Args<Name>) => Promise<Result<Name>> }

export interface Service {
  readonly handlers: Handlers
  /** Ends runs and the gateway, and returns when the last save is on disk. */
  close(): Promise<void>
}

/** Everything the window can ask, over the ports of a host. */
export function createService(ports: HostPorts, emit: Emit): Service {
  const holder = new OpenProjectHolder(ports.projects, emit)
  const desk = new DocumentDesk(ports.startDocumentWorker)
  const simulator = simulatorArea(ports, holder, emit)
  const gateway = gatewayArea(ports, holder, emit)
  return {
    handlers: {
      ...appArea(ports),
      ...projectArea(ports, holder, gateway.stop),
      ...designArea(holder, gateway.designChanged),
      ...importArea(desk),
      ...exportArea(ports, desk, holder),
      ...compareArea(desk, holder),
      ...simulator.handlers,
      ...scenarioArea(holder),
      ...costArea(),
      ...templateArea(ports, holder, compareWithVelocityjs),
      ...gateway.handlers,
      ...tryArea(ports, holder),
      ...wsArea(ports, holder, emit),
    },
    close: async () => {
      simulator.close()
      desk.close()
      await gateway.stop()
      await holder.close()
    },
  }
}
