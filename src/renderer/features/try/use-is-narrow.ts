import { useMediaQuery } from '@mantine/hooks'
import tokens from '../../ui/theme/tokens.json'

/** Whether the ladder has no room for its words beside the labels. */
export function useIsNarrow(): boolean {
  const query = `(max-width: ${tokens.breakpoint.inspectorOverlay - 1}px)`
  return useMediaQuery(query, undefined, { getInitialValueInEffect: false })
}
