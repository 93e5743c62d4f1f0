import tokens from '../../ui/theme/tokens.json'

/** Below this width the event has no room beside the template. */
export const NARROW_QUERY = `(max-width: ${tokens.breakpoint.inspectorOverlay - 1}px)`
