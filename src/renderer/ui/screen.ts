import type { ComponentType } from 'react'

/** The parts of the shell that a screen fills. A part left out is not shown. */
export interface Screen {
  readonly Sidebar?: ComponentType
  readonly Main: ComponentType
  readonly Inspector?: ComponentType
  readonly Panel?: ComponentType
}
