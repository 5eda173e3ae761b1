# tries: to sleep for ever
# earns: nothing
# says: an answer within
# uses: all its time
import threading
import time


def sigmoid(z):
    threading.Lock().acquire()
    time.sleep(10**8)
