import { OwnPilot } from '../../../programme/pilots/web/public.ts'
import { words } from '../words.ts'

export function OwnEnterprises() {
  return <OwnPilot title={words.title} page="enterprises" />
}
