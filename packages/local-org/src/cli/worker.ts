import { serveLane } from '../host/worker';
import { createRouter } from '../rest';

serveLane(createRouter);
