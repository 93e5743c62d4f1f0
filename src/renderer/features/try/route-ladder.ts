import type { ComponentType } from 'react'

/** Draws the pipeline of a route as it is designed; the app has it from Design. */
export type RouteLadder = ComponentType<{ readonly routeKey: string }>
