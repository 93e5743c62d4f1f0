import { RoutePreview } from '../features/routes/route-preview'
import { TryMain } from '../features/try/try-main'
import { TrySidebar } from '../features/try/try-sidebar'
import type { Screen } from '../ui/screen'

function Main() {
  return <TryMain RouteLadder={RoutePreview} />
}

/** Try: requests to the gateway; composed here because no feature imports another. */
export const tryScreen: Screen = { Sidebar: TrySidebar, Main }
