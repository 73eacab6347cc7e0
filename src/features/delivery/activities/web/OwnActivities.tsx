import { OwnPilot } from '../../../programme/pilots/web/public.ts'
import { words } from '../words.ts'

export function OwnActivities() {
  return <OwnPilot title={words.title} page="activities" />
}
