/** Serves the whole simulated city for the process that started this one, which asks over IPC; see city-apart.ts. */
import { startCity } from '../../fixtures/city/serve.ts';
import type { CityAnswer, CityQuestion, CityTraffic } from './city-apart.ts';

const city = await startCity();

const show = (night: number): CityAnswer => {
  city.show(night);
  const { world, authority, asOf, roster } = city;
  return { world: [...world], authority, asOf, roster };
};
const traffic = (): CityTraffic => ({ requests: city.allRequests(), bytes: city.sentBytes() });

process.on('message', (question: CityQuestion) => process.send!(question === 'traffic' ? traffic() : show(question.show)));
// Whoever asked may be gone without a word.
process.on('disconnect', () => process.exit());
