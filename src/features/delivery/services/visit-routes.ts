import { addEvidence } from './add-evidence.ts'
import { deliver } from './deliver.ts'
import { recordVisit } from './record-visit.ts'
import { resumeService } from './resume-service.ts'

export const visitRoutes = [recordVisit, addEvidence, deliver, resumeService]
