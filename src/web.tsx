import './ui/no-eval.ts'

import { firstServices } from './features/delivery/services/web/first-view.ts'
import { firstInbox } from './features/oversight/inbox/web/first-view.ts'
import { askAhead } from './ui/first-view.ts'

// Small and first: asks for the data while the great libraries are on their way.
void askAhead([firstInbox, firstServices])
void import('./product.tsx')
