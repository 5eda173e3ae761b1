"""What crosses between judge and subject, and in which form: plain values as msgpack, never pickle."""
